memconSearch.add("speakers", {"speakers":[{"id":"mr-brown","name":"Mr. BROWN","slot":1},{"id":"mr-green","name":"Mr. GREEN","slot":2}],"turns":{"speaker":"$#$#"}});
