<?php
/**
 * Asks KeyCRM to make products, after it was noted that it will be asked.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Create;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\KeyCrm\Product\ProductEndpoint;
use KeyCrmStock\Store\Run\LeaseLost;
use KeyCrmStock\Sync\Run\Lease;
use KeyCrmStock\Value\Run\Run;

final class Sender {

	/** After these KeyCRM may have carried the request out. */
	private const UNCLEAR = array( ErrorKind::Timeout, ErrorKind::Network, ErrorKind::Tls, ErrorKind::Server, ErrorKind::Redirected, ErrorKind::NotJson, ErrorKind::TooLarge, ErrorKind::Compressed );

	public function __construct( private readonly ProductEndpoint $products ) {}

	/**
	 * @param CreateCursor                           $intent What is noted before the request.
	 * @param \Closure( ProductEndpoint ): (int|null) $send   Sends one request; gives the id of the product if the answer has one.
	 * @return array{Run, SendResult} The run as saved, with the request counted.
	 * @throws WaitRequired Before anything was noted.
	 * @throws ApiException If no request would succeed, or KeyCRM has certainly not begun; then nothing is noted any more.
	 * @throws LeaseLost
	 */
	public function send( Run $run, Lease $lease, CreateCursor $intent, \Closure $send ): array {
		$this->products->wait_for_slot();
		$noted = $lease->save( $run->with( cursor: $intent->to_array() ) );
		try {
			$result = SendResult::accepted( $send( $this->products ) ?? 0 );
		} catch ( ApiException $error ) {
			$result = match ( true ) {
				in_array( $error->kind, array( ErrorKind::Refused, ErrorKind::NotFound ), true ) => SendResult::refused( $error ),
				in_array( $error->kind, self::UNCLEAR, true ) => SendResult::unclear(),
				default => $this->thrown( $run, $lease, $intent, $error ),
			};
		}
		return array( $noted->answered(), $result );
	}

	/** @throws ApiException */
	private function thrown( Run $run, Lease $lease, CreateCursor $intent, ApiException $error ): never {
		$lease->save( $run->with( cursor: $intent->at_rest()->to_array() ) );
		throw $error;
	}
}
