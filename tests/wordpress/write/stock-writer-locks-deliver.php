<?php
/** Books a delivery of five pieces of each product, page after page. */

assert( isset( $writer, $ids, $seconds ) );
$booked = array();
$until  = microtime( true ) + $seconds;
while ( microtime( true ) < $until ) {
	$results = $writer->write_page(
		$ids,
		static fn ( array $ids, array $present ): array => array_map( static fn ( $number ) => $number + 5, $present ),
		static function (): void {},
		new KeyCrmStock\Shop\Stock\WriteOptions( false, false )
	);
	foreach ( $results as $id => $result ) {
		if ( 'updated' !== $result->outcome->value ) {
			throw new RuntimeException( $result->problem );
		}
		$booked[ "n$id" ] = ( $booked[ "n$id" ] ?? 0 ) + (int) round( $result->after - $result->before );
	}
}
return $booked;
