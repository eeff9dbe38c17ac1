using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;
using Schematic.Gateway;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// One person in one circuit (or one request): who it is, which environments there are, which one the page is in, and
/// the gateway that speaks for both.
/// </summary>
public sealed class ConsoleSession : IDisposable
{
    // Long enough for the circuit that follows a prerendered page to start with the list it was painted with.
    private static readonly TimeSpan EnvironmentsLifetime = TimeSpan.FromSeconds(10);

    private readonly AuthenticationStateProvider _authentication;
    private readonly GatewayFactory _gateways;
    private readonly IMemoryCache _cache;
    private readonly Dictionary<string, SchematicGateway> _byEnvironment = new(StringComparer.Ordinal);
    private SchematicGateway? _account;
    private SignedInMember? _member;
    private EnvironmentResponseData? _environment;

    internal ConsoleSession(AuthenticationStateProvider authentication, GatewayFactory gateways, IMemoryCache cache)
    {
        _authentication = authentication;
        _gateways = gateways;
        _cache = cache;
    }

    /// <summary>The environments, or the present one, have changed.</summary>
    public event Action? Changed;

    public SignedInMember Member => _member ?? throw new InvalidOperationException("The session has not been opened.");

    /// <summary>Every environment of the account, production first.</summary>
    public IReadOnlyList<EnvironmentResponseData> Environments { get; private set; } = [];

    /// <summary>The one the address names.</summary>
    public EnvironmentResponseData Environment =>
        _environment ?? throw new InvalidOperationException("The page is in no environment.");

    public bool IsInEnvironment => _environment is not null;

    /// <summary>The API, in the present environment.</summary>
    public SchematicGateway Gateway => GatewayOf(Environment.Id);

    /// <summary>The API, in no environment: for the account's own things.</summary>
    public SchematicGateway Account => _account ??= _gateways.Create(Member.Token);

    /// <summary>Finds out who is signed in and which environments there are. Throws what the API answers.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _member ??=
            SignedInMember.FromPrincipal((await _authentication.GetAuthenticationStateAsync()).User)
            ?? throw new InvalidOperationException("Nobody is signed in.");
        if (_cache.TryGetValue(CacheKey, out IReadOnlyList<EnvironmentResponseData>? known))
            Environments = known!;
        else
            await ReloadEnvironmentsAsync(cancellationToken);
    }

    /// <summary>
    /// Makes <paramref name="environmentId"/> the present environment; false where there is none of that id.
    /// </summary>
    public async Task<bool> EnterAsync(string environmentId, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        if (Find(environmentId) is null)
            // Perhaps someone made it a moment ago.
            await ReloadEnvironmentsAsync(cancellationToken);
        _environment = Find(environmentId);
        return _environment is not null;
    }

    /// <summary>After an environment was made, changed or deleted.</summary>
    public async Task ReloadEnvironmentsAsync(CancellationToken cancellationToken)
    {
        var all = new List<EnvironmentResponseData>();
        IReadOnlyList<EnvironmentResponseData> page;
        do
        {
            page = (
                await Account.Environments.ListAsync(
                    new EnvironmentsQuery { Limit = Page.MaxLimit, Offset = all.Count },
                    cancellationToken
                )
            ).Data;
            all.AddRange(page);
        } while (page.Count == Page.MaxLimit);

        Environments =
        [
            .. all.OrderBy(static environment =>
                    environment.EnvironmentType switch
                    {
                        EnvironmentType.Production => 0,
                        EnvironmentType.Staging => 1,
                        EnvironmentType.Development => 2,
                        _ => 3,
                    }
                )
                .ThenBy(static environment => environment.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static environment => environment.Id, StringComparer.Ordinal),
        ];
        _cache.Set(CacheKey, Environments, EnvironmentsLifetime);
        // Renamed or deleted meanwhile: a page that is still open keeps the name it knew.
        if (_environment is not null)
            _environment = Find(_environment.Id) ?? _environment;
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _account?.Dispose();
        foreach (var gateway in _byEnvironment.Values)
            gateway.Dispose();
    }

    private (Type, string) CacheKey => (typeof(ConsoleSession), Member.Token);

    private EnvironmentResponseData? Find(string environmentId) =>
        Environments.FirstOrDefault(environment =>
            string.Equals(environment.Id, environmentId, StringComparison.Ordinal)
        );

    private SchematicGateway GatewayOf(string environmentId)
    {
        if (!_byEnvironment.TryGetValue(environmentId, out var gateway))
            _byEnvironment[environmentId] = gateway = _gateways.Create(Member.Token, environmentId);
        return gateway;
    }
}
