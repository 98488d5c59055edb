# Why a source could not be read
trouble-not-public = this is an internal address, out of reach from the internet
trouble-address = the address has a mistake in it
trouble-host = there is no such site: its name was not found
trouble-connect = the site does not answer
trouble-slow = the site takes too long to answer
trouble-tls = the site’s certificate cannot be trusted
trouble-status = the site answered with error { $status }
trouble-redirects = the site keeps redirecting
trouble-large = the answer is larger than { $size } MB
trouble-web-page = this is an ordinary web page, not a feed
trouble-empty = the feed has no entries
trouble-no-item = nothing on the page matches the selector { $selector }
trouble-no-feed = there is no feed at this address
trouble-robots = the site does not let robots read it (robots.txt)
trouble-broken = the site’s answer broke off or is damaged
trouble-parser = the site’s answer could not be understood
