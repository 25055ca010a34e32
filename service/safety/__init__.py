"""What is looked at before anything is searched: emergencies, self-harm, harmful requests, orders of other work, other
languages, instructions inside texts.
"""

from service.safety.screening import Finding, check_message

__all__ = ["Finding", "check_message"]
