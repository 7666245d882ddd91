<?php
/**
 * Which products of the shop were saved since a moment.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Card;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

/** WooCommerce notes the time of every save of a product in its post, also if a sale begins or ends by itself. */
final class ChangedProducts {

	public function __construct( private readonly Database $database ) {}

	/**
	 * A variation counts as saved with its product, whose name it bears.
	 *
	 * @param int $since Unix seconds.
	 * @return list<int> The next ids.
	 * @throws DatabaseError
	 */
	public function page( int $since, int $after_id, int $limit ): array {
		$posts = $this->database->names->posts;
		$time  = gmdate( 'Y-m-d H:i:s', $since );
		return $this->database->ids(
			"SELECT product.ID FROM $posts product LEFT JOIN $posts whole ON whole.ID = product.post_parent
			WHERE product.post_type IN ('product', 'product_variation') AND product.post_status IN ('publish', 'private', 'draft', 'pending', 'future')
			AND product.ID > %d AND ( product.post_modified_gmt >= %s OR whole.post_modified_gmt >= %s ) ORDER BY product.ID LIMIT %d",
			array( $after_id, $time, $time, $limit )
		);
	}
}
