"""Starts and wires everything: settings, command line, poller, scheduler, the sender."""
