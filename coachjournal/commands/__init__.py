"""What the manager can do: one function a use case, one file a noun; each is undone in one step."""
