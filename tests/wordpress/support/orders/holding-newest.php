<?php
/** `$decide( $levels, $offer_id )` stores levels in this order and returns what is left. */

assert( isset( $table, $level, $now ) );
$decide = static function ( array $levels, int $offer_id ) use ( $table, $level, &$now ): array {
	foreach ( $levels as $row ) {
		$now = $row['stored_at'];
		$table->store( array( $level( $offer_id, $row ) ), 0 );
	}
	$row = $table->by_offers( array( $offer_id ) )[ $offer_id ];
	return array( $row->level->quantity, $row->level->reserve, $row->level->read_at, $row->stored_at );
};
