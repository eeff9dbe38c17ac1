using RestEase.Implementation;
using Schematic.Gateway.Http;

namespace Schematic.Gateway;

/// <summary>
/// The API of one session, one property per slice. Each property is declared in the file of its interface. Safe for
/// concurrent use.
/// </summary>
public sealed partial class SchematicGateway : IDisposable
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    private static readonly WireBodySerializer BodySerializer = new();
    private static readonly WireQuerySerializer QuerySerializer = new();
    private static readonly WireResponseDeserializer ResponseDeserializer = new();

    // RestEase 1.4.3 creates a builder each time Instance is read, and each builder an assembly that is never unloaded;
    // RestClient reads it once for every interface of every client. The one kept here creates each implementation once.
    private static readonly ImplementationBuilder Implementations = ImplementationBuilder.Instance;

    private readonly Uri _baseAddress;
    private readonly HttpMessageHandler _transport;
    private readonly TimeSpan _patience;
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, object> _slices = [];
    private Requester? _requester;
    private bool _isDisposed;

    /// <param name="baseAddress">The API's root; a path in it is kept.</param>
    /// <param name="transport">Shared by all sessions and not disposed here.</param>
    /// <param name="patience">
    /// Time limit of a call; after it the API counts as unreachable. Null for 30 seconds.
    /// </param>
    public SchematicGateway(
        Uri baseAddress,
        GatewaySession session,
        HttpMessageHandler transport,
        TimeSpan? patience = null
    )
    {
        _baseAddress = baseAddress;
        Session = session;
        _transport = transport;
        _patience = patience ?? DefaultPatience;
    }

    /// <summary>The caller and the environment of every call.</summary>
    public GatewaySession Session { get; }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _requester?.Dispose();
        }
    }

    /// <summary>The slice's calls in this session, created when they are first asked for.</summary>
    private TSlice For<TSlice>()
        where TSlice : class
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_slices.TryGetValue(typeof(TSlice), out var known))
                return (TSlice)known;
            _requester ??= CreateRequester();
            var slice = Implementations.CreateImplementation<TSlice>(_requester);
            _slices.Add(typeof(TSlice), slice);
            return slice;
        }
    }

    private Requester CreateRequester()
    {
        // HttpClient's own timeout is off: the handler keeps the time.
        var http = new HttpClient(new GatewayHandler(Session, _patience, _transport))
        {
            BaseAddress = _baseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return new Requester(http)
        {
            RequestBodySerializer = BodySerializer,
            RequestQueryParamSerializer = QuerySerializer,
            ResponseDeserializer = ResponseDeserializer,
        };
    }
}
