"""Letters to an organisation: when each is due, what it says; how it looks: `goodstanding.letters`."""
