memconSearch.add("meta", {"engine":"sharded","n":4,"words":19,"block":2,"shards":{"beginnings":"a","parts":[1]},"also":[],"attributions":["provisional"],"turns":{}});
