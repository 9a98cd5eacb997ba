"""What every format needs to turn lines into sections: pieces with their place, prose, lists, tables, assembling."""
