using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Http;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;

namespace Schematic.Api.Authentication;

/// <summary>
/// The caller of this request and the environment it is about. Filled once per request by
/// <see cref="KeyAuthentication"/>.
/// </summary>
internal sealed class Caller
{
    private CachedEnvironment? _environment;
    private string? _requestId;

    public CachedKey? Key { get; private set; }

    /// <summary>True if the key came in its publishable form.</summary>
    public bool IsPublishable { get; private set; }

    public bool IsConsole { get; private set; }

    /// <summary>
    /// The token of the member who acts through the console; believed only from the console's own key.
    /// </summary>
    public string? SessionToken { get; private set; }

    /// <summary>Id of this request, for what it leaves behind; made when it is first asked for.</summary>
    public string RequestId => _requestId ??= Guid.CreateVersion7().ToString();

    /// <summary>The environment this request speaks of.</summary>
    /// <exception cref="InvalidOperationException">The operation was mapped without an environment.</exception>
    public CachedEnvironment Environment =>
        _environment ?? throw new InvalidOperationException("This operation was mapped without an environment.");

    public CachedEnvironment? EnvironmentOrNull => _environment;

    /// <summary>The one environment the key may speak of; null for a key of the account and for the console.</summary>
    public CachedEnvironment? BoundTo { get; private set; }

    /// <summary>Whether <paramref name="environmentSeq"/> may be seen at all.</summary>
    public bool MaySee(int? environmentSeq) => BoundTo is null || BoundTo.Seq == environmentSeq;

    /// <param name="what">What is done to the account, like "create an environment".</param>
    /// <exception cref="ApiException">403: the caller's key is one of an environment.</exception>
    public void RequireWholeAccount(string what)
    {
        if (BoundTo is { } environment)
            throw ApiProblem.Forbidden(
                $"This API key belongs to the environment \"{environment.Name}\" and cannot {what}. "
                    + "Use a key of the whole account."
            );
    }

    public void IsKey(CachedKey key, bool isPublishable, CachedEnvironment? boundTo, CachedEnvironment? environment) =>
        (Key, IsPublishable, BoundTo, _environment) = (key, isPublishable, boundTo, environment);

    public void IsTheConsole(CachedEnvironment? environment, string? sessionToken) =>
        (IsConsole, _environment, SessionToken) = (true, environment, sessionToken);
}

/// <summary>An API key as the server holds it in memory; the secret itself is nowhere.</summary>
internal sealed record CachedKey(
    int Seq,
    string Id,
    int? EnvironmentSeq,
    bool Readonly,
    IReadOnlyList<ApiKeyScope> Scopes,
    int? RateLimitPercent
)
{
    public bool Has(ApiKeyScope scope) => Scopes.Contains(scope) || Scopes.Contains(ApiKeyScope.Admin);
}

internal sealed record CachedEnvironment(int Seq, string Id, string Name, EnvironmentType EnvironmentType);
