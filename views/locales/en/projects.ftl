# The card of a project, and errors of the registry

project-code = Code: { $code }
project-stage = Stage: { $stage }

error-no-project = There is no such project in the registry.
error-needs-own-project = This project is not in your charge: its curator or an official of its district can change it.
error-planned-date-stands = Building has begun, so planned dates stay as they were. Record the actual date beside them.
error-wrong-code = A code has Latin letters, digits and hyphens only, 40 characters at most.
error-code-taken = Another project has the code { $code }.
error-no-name = A project needs a name.
error-no-such-claim = No such amount has been recorded.
error-wrong-point = There are no such coordinates.
error-wrong-jobs = The number of jobs is a whole number, zero or more.
error-wrong-percent = A percentage is a whole number from 0 to 100.
error-finish-before-start = It would finish before it starts.
error-no-reason = Please say why this has changed.
