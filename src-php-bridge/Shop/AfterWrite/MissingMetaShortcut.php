<?php
/**
 * Spares WordPress looking for meta that a product does not have.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\AfterWrite;

defined( 'ABSPATH' ) || exit;

/**
 * At each full save WooCommerce deletes some fifteen meta keys that are empty. Hardly any product has one of
 * them, yet WordPress asks the database for each. The product's meta is cached already, so we look there.
 */
final class MissingMetaShortcut {

	public function start(): void {
		add_filter( 'delete_post_metadata', array( $this, 'nothing_to_delete' ), 10, 3 );
	}

	public function stop(): void {
		remove_filter( 'delete_post_metadata', array( $this, 'nothing_to_delete' ) );
	}

	/**
	 * Answers false where there is nothing to delete, as WordPress would after a query.
	 *
	 * @param mixed $answer What another plugin has answered on this filter.
	 * @return mixed
	 */
	public function nothing_to_delete( $answer, int $id, string $key ) {
		return null === $answer && $id > 0 && ! metadata_exists( 'post', $id, $key ) ? false : $answer;
	}
}
