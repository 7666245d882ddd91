<?php
/** Breaks every statement that begins with the text in the option. */

add_filter( 'query', static function ( string $statement ): string {
	static $is_asking = false;
	if ( $is_asking ) {
		return $statement;
	}
	$is_asking = true;
	$text      = (string) get_option( 'spoiled_statement', '' );
	$is_asking = false;
	return '' !== $text && str_starts_with( $statement, $text ) ? 'SELECT spoiled FROM nowhere' : $statement;
} );
