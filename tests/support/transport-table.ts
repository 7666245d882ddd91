/** WordPress's error code and text, and the error that the plugin reports. */
export const TRANSPORT: readonly ( readonly [ string, string, string ] )[] = [
	[
		'http_request_not_executed',
		'User has blocked requests through HTTP.',
		'blocked',
	],
	[
		'http_request_failed',
		'cURL error 6: Could not resolve host: openapi.keycrm.app',
		'dns',
	],
	[
		'http_request_failed',
		'cURL error 7: Failed to connect: Connection refused',
		'network',
	],
	[
		'http_request_failed',
		'cURL error 18: transfer closed with 4995 bytes remaining to read',
		'network',
	],
	[
		'http_request_failed',
		'cURL error 28: Operation timed out after 20001 milliseconds',
		'timeout',
	],
	[
		'http_request_failed',
		'cURL error 28: Resolving timed out after 10000 milliseconds',
		'timeout',
	],
	[
		'http_request_failed',
		'cURL error 35: OpenSSL: error:0A00010B:SSL routines::wrong version number',
		'tls',
	],
	[
		'http_request_failed',
		'cURL error 35: OpenSSL SSL_connect: Connection reset by peer',
		'network',
	],
	[
		'http_request_failed',
		'cURL error 35: OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection',
		'network',
	],
	[
		'http_request_failed',
		'cURL error 51: no alternative certificate subject name matches',
		'tls',
	],
	[
		'http_request_failed',
		'cURL error 52: Empty reply from server',
		'network',
	],
	[
		'http_request_failed',
		'cURL error 56: Recv failure: Connection reset by peer',
		'network',
	],
	[
		'http_request_failed',
		'cURL error 60: SSL certificate problem: certificate has expired',
		'tls',
	],
	[
		'http_request_failed',
		'cURL error 77: error setting certificate verify locations',
		'tls',
	],
	[
		'http_request_failed',
		'cURL error 92: HTTP/2 stream 0 was not closed cleanly',
		'network',
	],
	[
		'http_request_failed',
		'stream_socket_client(): php_network_getaddresses: getaddrinfo for openapi.keycrm.app failed: Temporary failure in name resolution',
		'dns',
	],
	[
		'http_request_failed',
		'stream_socket_client(): Unable to connect to ssl://openapi.keycrm.app:443 (Connection refused)',
		'network',
	],
	[ 'http_request_failed', 'Connection timed out', 'timeout' ],
	[ 'http_request_failed', 'fsocket timed out', 'timeout' ],
	[
		'http_request_failed',
		'stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages: certificate verify failed',
		'tls',
	],
	[
		'http_request_failed',
		'SSL certificate did not match the requested domain name',
		'tls',
	],
	[
		'http_request_failed',
		'stream_socket_client(): Failed to enable crypto',
		'tls',
	],
	[ 'http_request_failed', 'No working transports found', 'tls' ],
	[ 'http_request_failed', 'Missing header/body separator', 'network' ],
	[ 'some_other_plugin', 'Not today', 'network' ],
];
