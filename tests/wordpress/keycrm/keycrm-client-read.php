<?php
/** Reads a page of stock from each address. */

assert( isset( $urls, $key, $seconds ) );
ini_set( 'zend.exception_ignore_args', '0' );
add_filter( 'http_request_args', static fn ( array $args ): array => array( 'timeout' => $seconds ) + $args );
$answers = array();
foreach ( $urls as $url ) {
	$reader = new KeyCrmStock\KeyCrm\Stock\StockEndpoint(
		new KeyCrmStock\KeyCrm\Client\HttpClient( $url, static fn (): string => $key, static fn (): int => 1 )
	);
	try {
		$page      = $reader->page( KeyCrmStock\KeyCrm\Stock\StockQuery::all( 1 ) );
		$answers[] = array( 'total' => $page->total, 'last_page' => $page->last_page );
	} catch ( KeyCrmStock\KeyCrm\Client\ApiException $error ) {
		$text      = KeyCrmStock\Text\Run\RunErrorText::to_array( $error->to_run_error() );
		$ours      = array_filter( $error->getTrace(), static fn ( array $frame ): bool => str_starts_with( $frame['class'] ?? '', 'KeyCrmStock' ) );
		$answers[] = array(
			'code'       => $text['code'],
			'sentences'  => $text['message'] . ' ' . $text['hint'],
			'retry'      => ( new KeyCrmStock\KeyCrm\Client\RetryPolicy() )->delay_ms( 1, $error ),
			'everything' => print_r( array( $text, $error->getMessage(), get_object_vars( $error ), $ours ), true ),
		);
	}
}
return $answers;
