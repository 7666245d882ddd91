<?php
/**
 * Writes names and prices of products that KeyCRM has.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\Client;
use KeyCrmStock\KeyCrm\Client\Request;
use KeyCrmStock\KeyCrm\Client\WaitRequired;

/** Both requests change only what they name (keycrm-server/API.md §5), and may be sent twice. */
final class DetailsEndpoint {

	public function __construct( private readonly Client $client ) {}

	/**
	 * @param non-empty-array<int, float> $prices By offer id, in units of the currency; at most 10,000.
	 * @throws WaitRequired
	 * @throws ApiException If is_about_content(), nothing was changed.
	 */
	public function set_prices( array $prices ): void {
		$rows = array();
		foreach ( $prices as $offer_id => $price ) {
			$rows[] = array(
				'id'    => $offer_id,
				'price' => $price,
			);
		}
		$this->client->send( Request::write( 'PUT', '/offers', array( 'offers' => $rows ), true ) );
	}

	/**
	 * @throws WaitRequired
	 * @throws ApiException If is_about_content(), the name was not taken: another product may have it.
	 */
	public function rename( int $product_id, string $name ): void {
		$this->client->send( Request::write( 'PUT', "/products/$product_id", array( 'name' => $name ), true ) );
	}
}
