"""The register: append-only acts, the one writer, states, rebuild, verify, backup."""
