"""What only an advantage has: a recommendation adopted, consent to publicity, giving up, losing."""
