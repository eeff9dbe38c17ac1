using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;
using Schematic.Gateway;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// One person in one circuit (or one request): who it is and what they may do, which environments there are, which one
/// the page is in, and the gateway that speaks for both.
/// </summary>
public sealed class ConsoleSession : IDisposable
{
    // Long enough for the circuit that follows a prerendered page to start with what it was painted with.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly AuthenticationStateProvider _authentication;
    private readonly GatewayFactory _gateways;
    private readonly IMemoryCache _cache;
    private readonly Dictionary<string, SchematicGateway> _byEnvironment = new(StringComparer.Ordinal);
    private SchematicGateway? _account;
    private SignedInMember? _member;
    private SessionResponseData? _rights;
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

    /// <summary>The member may do everything.</summary>
    public bool IsAdmin => Rights.Role == AccountMemberRole.Admin;

    /// <summary>The API, in the present environment.</summary>
    public SchematicGateway Gateway => GatewayOf(Environment.Id);

    /// <summary>The API, in no environment: for the account's own things.</summary>
    public SchematicGateway Account => _account ??= _gateways.Create(Member.Token);

    /// <summary>Whether the member may do it in the present environment.</summary>
    public bool May(AccountMemberPermission permission) =>
        MemberPermissions.Allows(Rights.Role, Rights.Permissions, permission, _environment?.Id);

    /// <summary>
    /// Finds out who is signed in, with which rights, and which environments there are. Throws what the API answers.
    /// </summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _member ??=
            SignedInMember.FromPrincipal((await _authentication.GetAuthenticationStateAsync()).User)
            ?? throw new InvalidOperationException("Nobody is signed in.");
        await Task.WhenAll(OpenEnvironmentsAsync(cancellationToken), OpenRightsAsync(cancellationToken));
    }

    /// <summary>Asks anew for the rights of the member. Throws what the API answers.</summary>
    /// <returns>Whether they are others than the page was drawn with.</returns>
    public async Task<bool> HaveRightsChangedAsync(CancellationToken cancellationToken)
    {
        var known = Rights;
        await ReloadRightsAsync(cancellationToken);
        return known.Role != Rights.Role || !IsSame(known.Permissions, Rights.Permissions);
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
        _cache.Set(CacheKey(nameof(Environments)), Environments, Lifetime);
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

    private SessionResponseData Rights =>
        _rights ?? throw new InvalidOperationException("The session has not been opened.");

    private (Type, string, string) CacheKey(string part) => (typeof(ConsoleSession), part, Member.Token);

    private Task OpenEnvironmentsAsync(CancellationToken cancellationToken)
    {
        if (!_cache.TryGetValue(CacheKey(nameof(Environments)), out IReadOnlyList<EnvironmentResponseData>? known))
            return ReloadEnvironmentsAsync(cancellationToken);
        Environments = known!;
        return Task.CompletedTask;
    }

    private Task OpenRightsAsync(CancellationToken cancellationToken) =>
        _rights is not null || _cache.TryGetValue(CacheKey(nameof(Rights)), out _rights)
            ? Task.CompletedTask
            : ReloadRightsAsync(cancellationToken);

    private async Task ReloadRightsAsync(CancellationToken cancellationToken)
    {
        _rights = (await Account.Sessions.GetSessionAsync(cancellationToken)).Data;
        _cache.Set(CacheKey(nameof(Rights)), _rights, Lifetime);
    }

    private static bool IsSame(
        IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> one,
        IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> other
    ) =>
        one.Count == other.Count
        && one.All(scope => other.TryGetValue(scope.Key, out var given) && scope.Value.ToHashSet().SetEquals(given));

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
