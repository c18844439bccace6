memconSearch.add("dictionary-0", ["a did good have i it journey morning thank was you"]);
