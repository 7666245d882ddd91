<?php
/**
 * Lines for WooCommerce → Status → Logs.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Log;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Text\InLanguage;
use KeyCrmStock\Text\Run\RunLogText;
use KeyCrmStock\Value\Run\Run;

/**
 * One line when a run has ended and something happened. A sync that changes nothing, up to 96 times a day,
 * logs nothing. What was written to each product is in the change log, not here.
 */
final class RunLogger {

	public function __construct( private readonly RunTable $runs ) {}

	public function ended( int $run_id ): void {
		$run = $this->runs->find( $run_id );
		if ( null !== $run ) {
			$level = RunLogText::level( $run );
			'' === $level || $this->write( $level, static fn (): string => RunLogText::ended( $run ), $this->facts( $run ) );
		}
	}

	/**
	 * A fault after which the run tries again, or a 429 answer.
	 *
	 * @param string $code    One of ErrorKind, or 'database'.
	 * @param string $details Never holds the API key.
	 */
	public function delayed( int $run_id, string $code, string $details, int $delay_ms ): void {
		$this->write(
			'warning',
			static fn (): string => RunLogText::delayed( $run_id, $code, $delay_ms ),
			array(
				'run'     => $run_id,
				'code'    => $code,
				'details' => $details,
			)
		);
	}

	/**
	 * The run goes on without an answer that it can do without.
	 *
	 * @param string $question 'offers' or 'orders'.
	 * @param string $code     One of ErrorKind.
	 * @param string $details  Never holds the API key.
	 */
	public function unanswered( int $run_id, string $question, string $code, string $details ): void {
		$this->write(
			'warning',
			static fn (): string => RunLogText::unanswered( $run_id, $question ),
			array(
				'run'     => $run_id,
				'code'    => $code,
				'details' => $details,
			)
		);
	}

	/** @param string $decision One of the words of Sync\Run\RunService. */
	public function decided( int $run_id, string $decision ): void {
		$run = $this->runs->find( $run_id );
		if ( null !== $run ) {
			$this->write( 'info', static fn (): string => RunLogText::decided( $run, $decision ), array( 'run' => $run_id ) );
		}
	}

	/** @return array<string, mixed> */
	private function facts( Run $run ): array {
		return array(
			'run'      => $run->id,
			'mode'     => $run->mode->value,
			'trigger'  => $run->trigger->value,
			'requests' => $run->requests,
			'seconds'  => intdiv( ( $run->finished_at ?? $run->updated_at ) - $run->started_at, 1000 ),
			'counts'   => array_filter( $run->counts->to_array() ),
		) + ( null === $run->error ? array() : array(
			'code'    => $run->error->code,
			'details' => $run->error->details,
		) );
	}

	/**
	 * The log is in English, so that a supporter in any country can read it.
	 *
	 * @param callable(): string   $message
	 * @param array<string, mixed> $context
	 */
	private function write( string $level, callable $message, array $context ): void {
		Log::write( $level, static fn (): string => InLanguage::english( $message ), $context );
	}
}
