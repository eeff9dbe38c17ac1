using RestEase;
using Schematic.Gateway.ApiKeys;
using Schematic.Gateway.Companies;
using Schematic.Gateway.Entities;
using Schematic.Gateway.Environments;
using Schematic.Gateway.Events;
using Schematic.Gateway.Features;
using Schematic.Gateway.Flags;
using Schematic.Gateway.Http;
using Schematic.Gateway.Sessions;
using Schematic.Gateway.Setup;
using Schematic.Gateway.Users;

namespace Schematic.Gateway;

/// <summary>The API of one session, one property per slice.</summary>
public sealed class SchematicGateway : IDisposable
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly RestClient _rest;

    /// <param name="baseAddress">The API's root; a path in it is kept.</param>
    /// <param name="transport">Shared by all sessions and not disposed here.</param>
    /// <param name="patience">How long one call may take before the API counts as unreachable; 30 seconds when left out.</param>
    public SchematicGateway(
        Uri baseAddress,
        GatewaySession session,
        HttpMessageHandler transport,
        TimeSpan? patience = null
    )
    {
        Session = session;
        // The handler keeps the time.
        _http = new HttpClient(new GatewayHandler(session, patience ?? DefaultPatience, transport))
        {
            BaseAddress = baseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _rest = new RestClient(_http)
        {
            RequestBodySerializer = new WireBodySerializer(),
            RequestQueryParamSerializer = new WireQuerySerializer(),
            ResponseDeserializer = new WireResponseDeserializer(),
        };
        ApiKeys = _rest.For<IApiKeysGateway>();
        Companies = _rest.For<ICompaniesGateway>();
        Sessions = _rest.For<ISessionsGateway>();
        Setup = _rest.For<ISetupGateway>();
        Entities = _rest.For<IEntitiesGateway>();
        Environments = _rest.For<IEnvironmentsGateway>();
        Events = _rest.For<IEventsGateway>();
        Features = _rest.For<IFeaturesGateway>();
        Flags = _rest.For<IFlagsGateway>();
        Users = _rest.For<IUsersGateway>();
    }

    public GatewaySession Session { get; }

    public IApiKeysGateway ApiKeys { get; }

    public ICompaniesGateway Companies { get; }

    public ISessionsGateway Sessions { get; }

    public ISetupGateway Setup { get; }

    public IEntitiesGateway Entities { get; }

    public IEnvironmentsGateway Environments { get; }

    public IEventsGateway Events { get; }

    public IFeaturesGateway Features { get; }

    public IFlagsGateway Flags { get; }

    public IUsersGateway Users { get; }

    public void Dispose() => _http.Dispose();
}
