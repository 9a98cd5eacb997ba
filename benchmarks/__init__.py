"""How fast the build is, measured as whole commands on made-up minutes. See README.md beside this."""
