<?php
/** Returns the result for each pasted key. */

assert( isset( $pasted ) );
return array_map(
	static function ( string $pasted ): array {
		try {
			return array( 'key' => KeyCrmStock\Settings\ApiKeyInput::clean( $pasted ) );
		} catch ( KeyCrmStock\Settings\InvalidApiKey $error ) {
			return array( 'sentence' => $error->getMessage() );
		}
	},
	array_merge( $pasted, array( "ab\xFFcd" ) )
);
