"""A measure at one department: asked for, answered, acted on, suspended, lifted."""
