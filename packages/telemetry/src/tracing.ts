import { type Attributes, context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

/** What a piece of work is told as, beside how long it took. */
export interface TracedSpan {
  set(attributes: Attributes): void
  /** Of whoever asked for a page: 5xx is an error. */
  end(isError: boolean): void
}

export interface Tracing {
  /** Begins a piece of work; what `within` begins belongs to it. */
  begin<T>(
    name: string,
    kind: 'server' | 'consumer',
    attributes: Attributes,
    within: (span: TracedSpan) => T,
  ): T
  close(): Promise<void>
}

/**
 * Traces by OpenTelemetry, sent to where OTEL_EXPORTER_OTLP_ENDPOINT says. Null without an endpoint: then nothing of it
 * is loaded, and whoever traces asks for nothing.
 */
export async function startTracing(app: string, endpoint: string | null): Promise<Tracing | null> {
  if (endpoint === null) return null
  // Numbers are Prometheus's, lines are the log's.
  process.env.OTEL_METRICS_EXPORTER = 'none'
  process.env.OTEL_LOGS_EXPORTER = 'none'
  process.env.OTEL_TRACES_EXPORTER ??= 'otlp'
  const { NodeSDK } = await import('@opentelemetry/sdk-node')
  const sdk = new NodeSDK({ serviceName: `mufakat-${app}`, instrumentations: [], resourceDetectors: [] })
  sdk.start()
  const tracer = trace.getTracer('mufakat')
  const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER }
  return {
    begin(name, kind, attributes, within) {
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes, root: true })
      const traced: TracedSpan = {
        set: more => span.setAttributes(more),
        end: isError => {
          if (isError) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
      }
      return context.with(trace.setSpan(context.active(), span), () => within(traced))
    },
    // An endpoint that is away must not keep a process from ending.
    close: () => sdk.shutdown().catch(() => undefined),
  }
}
