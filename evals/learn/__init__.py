"""How the small models of the service are fitted: by hand, on data whose licence allows it, never on a test part."""
