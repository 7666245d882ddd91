<?php
/**
 * Where KeyCRM answers.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm;

defined( 'ABSPATH' ) || exit;

final class ApiAddress {

	private const KEYCRM = 'https://openapi.keycrm.app/v1';

	/** Only wp-config.php can point the plugin elsewhere: nobody in wp-admin can send the key to a host of their own. */
	public static function base_url(): string {
		$url = defined( 'KEYCRM_STOCK_API_BASE_URL' ) ? constant( 'KEYCRM_STOCK_API_BASE_URL' ) : '';
		return is_string( $url ) && '' !== $url ? rtrim( $url, '/' ) : self::KEYCRM;
	}
}
