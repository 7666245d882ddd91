<?php
/**
 * What KeyCRM has answered about the SKUs of one product.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Read;

defined( 'ABSPATH' ) || exit;

final class ProductLevelsAnswer {

	/**
	 * @param int          $asked_at    Unix milliseconds; levels that the answer has brought were read since.
	 * @param bool         $by_id       Whether offers were asked for by id, otherwise by SKU.
	 * @param list<int>    $absent_ids  Offers that were asked for and are not in the answer.
	 * @param list<string> $absent_skus SKUs that no offer has that was known or has come.
	 * @param list<string> $left        SKUs for which the request had no room.
	 * @param list<string> $unaskable   SKUs for which KeyCRM cannot be asked by themselves, or to which it gave half an answer.
	 */
	public function __construct(
		public readonly int $asked_at,
		public readonly bool $by_id,
		public readonly array $absent_ids = array(),
		public readonly array $absent_skus = array(),
		public readonly array $left = array(),
		public readonly array $unaskable = array(),
	) {}

	/** Whether a second look may find something. */
	public function lacks_offers(): bool {
		return array() !== $this->absent_ids || array() !== $this->absent_skus;
	}
}
