<?php
/**
 * A request to KeyCRM that brought no usable answer.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\RunError;
use RuntimeException;

/**
 * Its message holds technical details, for logs. Text\ApiErrorText makes the sentences for the owner.
 * Neither `details` nor `said` ever holds the API key or the rows of an answer.
 */
final class ApiException extends RuntimeException {

	/** Whether the request may be repeated although it is unknown whether KeyCRM has carried it out. */
	private bool $may_be_repeated = true;

	/**
	 * @param ?int   $status         The HTTP status; null where no answer came.
	 * @param ?int   $retry_after_ms How long KeyCRM asked us to wait, in milliseconds; null if it did not say.
	 * @param string $details        For technical people.
	 * @param string $said           KeyCRM's own error text as plain text; often ''.
	 * @param list<string> $fields   Fields of the request that KeyCRM did not accept, such as 'stocks.4.quantity'; often empty.
	 */
	private function __construct(
		public readonly ErrorKind $kind,
		public readonly ?int $status,
		public readonly ?int $retry_after_ms,
		public readonly string $details,
		public readonly string $said,
		public readonly array $fields = array(),
	) {
		parent::__construct( $kind->value . ': ' . $details );
	}

	/** The failure of a request that must not be carried out twice. */
	public function for_write(): self {
		$this->may_be_repeated = false;
		return $this;
	}

	/** Whether a request was sent, so that KeyCRM may have counted it. */
	public function was_sent(): bool {
		return ! in_array( $this->kind, array( ErrorKind::NoKey, ErrorKind::Blocked ), true );
	}

	/** KeyCRM has looked at the request, does not accept what it says, and has carried nothing of it out. */
	public function is_about_content(): bool {
		return ErrorKind::Refused === $this->kind && 422 === $this->status;
	}

	/** No answer came. */
	public static function transport( ErrorKind $kind, string $details ): self {
		return new self( $kind, null, null, $details, '' );
	}

	/**
	 * An answer came, and its status is an error.
	 *
	 * @param list<string> $fields
	 */
	public static function refused( ErrorKind $kind, int $status, ?int $retry_after_ms, string $details, string $said, array $fields = array() ): self {
		return new self( $kind, $status, $retry_after_ms, $details, $said, $fields );
	}

	/** An answer came with a good status, but not in the documented form. */
	public static function not_json( string $details, ?int $status = 200 ): self {
		return new self( ErrorKind::NotJson, $status, null, $details, '' );
	}

	public static function compressed( int $status, string $details ): self {
		return new self( ErrorKind::Compressed, $status, null, $details, '' );
	}

	/** Rows came that were not asked for, so that no row of the answer can be trusted. */
	public static function unasked( string $details ): self {
		return new self( ErrorKind::Unasked, 200, null, $details, '' );
	}

	public static function no_key(): self {
		return new self( ErrorKind::NoKey, null, null, 'No request was sent.', '' );
	}

	/** What the sentences for the owner name: `status`, `said`, and `wait_ms` until a next attempt would be made. */
	public function to_run_error(): RunError {
		return new RunError(
			$this->kind->value,
			array_filter(
				array(
					'status'  => $this->status,
					'said'    => $this->said,
					'wait_ms' => ( new RetryPolicy() )->delay_ms( 1, $this ),
				)
			),
			$this->details
		);
	}

	public function is_retryable(): bool {
		return $this->kind->is_retryable() && ( $this->may_be_repeated || $this->kind->is_before_the_work() );
	}
}
