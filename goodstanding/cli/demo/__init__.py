"""The invented city 岚港市: organisations, departments and cases in every state there is."""
