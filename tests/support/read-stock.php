<?php
/** Reads pages of stock through the plugin's own reader; `$makers` make the queries. */

assert( isset( $makers, $url, $read_at ) );
$reader = new KeyCrmStock\KeyCrm\Stock\StockEndpoint(
	new KeyCrmStock\KeyCrm\Client\HttpClient( $url, static fn (): string => 'demo-key', static fn (): int => $read_at )
);
$answers = array();
foreach ( $makers as $make ) {
	try {
		$answers[] = array( 'rows' => $reader->page( $make() )->levels, 'error' => '' );
	} catch ( KeyCrmStock\KeyCrm\Client\ApiException $error ) {
		$answers[] = array( 'rows' => array(), 'error' => $error->kind->value );
	} catch ( InvalidArgumentException $error ) {
		$answers[] = array( 'rows' => array(), 'error' => get_class( $error ) );
	}
}
return $answers;
