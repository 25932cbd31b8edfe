/** For tests: a thread of a test run that comes to nothing. */
throw new Error("no memory is left");
