"""Who works with the register: accounts, roles, representatives, clients of the API, sign-ins."""
