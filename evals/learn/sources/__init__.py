"""What the model of answerability is fitted on beside the suites that ship, made anew at every call of the command."""
