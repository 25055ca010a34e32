"""What a question asks, without a language model: its kind and concepts, its parts, its words in another spelling."""
