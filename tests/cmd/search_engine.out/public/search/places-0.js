memconSearch.add("places-0", {"turns":"'( $# !()! & ! &! )* # $ '# %%"});
