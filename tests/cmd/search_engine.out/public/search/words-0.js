memconSearch.add("words-0", {"words":"a did good have i it journey morning thank was you","turns":"!:#: !:#: !;#:#& !: #: #:$* !:#: !: #: #:$* !:#:"});
