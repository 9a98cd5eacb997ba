"""What each verb of the command line does: call one stage, print what came of it, return the exit code."""
