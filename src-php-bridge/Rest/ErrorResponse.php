<?php
/**
 * Turns exceptions into WP_Error with a code and a status, in this place only.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Rest;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Settings\InvalidApiKey;
use KeyCrmStock\Settings\InvalidSettings;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Text\FieldProblemText;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\Run\WaitText;
use KeyCrmStock\Value\Run\RunError;

final class ErrorResponse {

	public static function from_error( \Throwable $error ): \WP_Error {
		return match ( true ) {
			$error instanceof InvalidApiKey => self::invalid_params( array( 'api_key' => $error->getMessage() ) ),
			$error instanceof InvalidSettings => self::invalid_params( array_map( FieldProblemText::sentence( ... ), array_column( $error->problems, null, 'path' ) ) ),
			$error instanceof NotFound => self::error( 'not_found', $error->getMessage(), 404 ),
			$error instanceof RunNotPossible => self::error( 'run_not_possible', $error->getMessage(), 409 ),
			$error instanceof RunFailed => self::told( $error->error, 400 ),
			$error instanceof SettingsDamaged => self::told( RunFailed::settings_damaged()->error, 500 ),
			$error instanceof ApiException => self::told( $error->to_run_error(), 502 ),
			$error instanceof DatabaseError => self::database( $error ),
			$error instanceof WaitRequired => self::error( 'must_wait', WaitText::sentence( $error->seconds_left( (int) ( microtime( true ) * 1000 ) ) ), 503 ),
			default => self::told( RunFailed::unexpected( $error )->error, 500 ),
		};
	}

	private static function database( DatabaseError $error ): \WP_Error {
		return new \WP_Error(
			'keycrm_stock_' . RunFailed::DATABASE,
			__( 'The shop’s own database did not answer as it should, so this was not done. Try again in a moment. If it stays so, show the technical details to your hosting provider.', 'stock-sync-for-keycrm' ),
			array( 'status' => 503 ) + self::details( $error->getMessage() )
		);
	}

	/**
	 * Technical details are only for users who manage the shop: some addresses are open to whoever knows their secret.
	 *
	 * @return array{details?: string}
	 */
	private static function details( string $details ): array {
		return current_user_can( 'manage_woocommerce' ) ? array( 'details' => $details ) : array();
	}

	private static function told( RunError $error, int $status ): \WP_Error {
		return new \WP_Error(
			'keycrm_stock_' . $error->code,
			RunErrorText::whole( $error ),
			array( 'status' => $status ) + self::details( $error->details )
		);
	}

	/** @param array<string, string> $params Sentences by the path of the field, with dots. */
	private static function invalid_params( array $params ): \WP_Error {
		return new \WP_Error(
			'rest_invalid_param',
			implode( ' ', array_unique( $params ) ),
			array(
				'status' => 400,
				'params' => $params,
			)
		);
	}

	private static function error( string $code, string $message, int $status ): \WP_Error {
		return new \WP_Error( 'keycrm_stock_' . $code, $message, array( 'status' => $status ) );
	}
}
