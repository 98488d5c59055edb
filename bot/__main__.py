"""The command line's door: `keruen`, the same as `python -m bot`."""


def main() -> None:
    raise SystemExit("keruen: nothing to run yet")


if __name__ == "__main__":
    main()
