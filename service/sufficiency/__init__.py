"""Whether what was found answers the question."""

from service.sufficiency.judgement import Assessment, Verdict, assess

__all__ = ["Assessment", "Verdict", "assess"]
