using Schematic.Api.ApiKeys;
using Schematic.Api.Http;
using Schematic.Api.Sessions;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.Authentication.Credentials;

/// <summary>
/// Middleware: tells who calls from the request's headers, and refuses whoever the operation is not for.
/// </summary>
internal sealed class KeyAuthentication(
    RequestDelegate next,
    KeyCache keyCache,
    ConsoleSecret consoleSecret,
    SessionStore sessions,
    WrongKeys wrongKeys,
    KeyUsage usage
)
{
    public const string KeyHeader = "X-Schematic-Api-Key";
    public const string EnvironmentHeader = "X-Schematic-Environment-Id";
    public const string SessionHeader = "X-Schematic-Session";

    private static readonly AccessRule Strictest = new(Access.Admin, NeedsEnvironment: false);

    public async Task InvokeAsync(HttpContext context, Caller caller)
    {
        // No operation: let routing answer 404 or 405, which tells nothing that the published description does not.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var rule = endpoint.Metadata.GetMetadata<AccessRule>() ?? Strictest;
        if (rule.Access != Access.Open)
        {
            await keyCache.RefreshAsync(context.RequestAborted);
            Authenticate(context, rule, caller);
        }

        // Set-up, sign-in and the like say themselves what a session means to them.
        if (caller.SessionToken is { } token && rule.Access != Access.Console)
            MemberAccess.Require(
                await sessions.RequireAsync(token, context.RequestAborted),
                rule,
                isRead: HttpMethods.IsGet(context.Request.Method),
                caller.EnvironmentOrNull
            );
        await next(context);
    }

    private void Authenticate(HttpContext context, AccessRule rule, Caller caller)
    {
        var headers = context.Request.Headers;
        var secret = headers[KeyHeader].ToString();
        // Each event has its own, or is refused for having none.
        if (secret.Length == 0 && rule.Access == Access.CaptureForm)
            return;
        if (secret.Length == 0)
            throw ApiProblem.Unauthorized($"Send an API key in the header {KeyHeader}.");

        if (consoleSecret.Matches(secret))
            caller.IsTheConsole(
                NamedEnvironment(headers),
                headers[SessionHeader].ToString() is { Length: > 0 } token ? token : null
            );
        else
            AuthenticateKey(secret, context, rule, caller);

        if (rule.NeedsEnvironment && caller.EnvironmentOrNull is null)
            throw ApiProblem.BadRequest(
                $"This API key belongs to no environment. Name one in the header {EnvironmentHeader}."
            );
    }

    private void AuthenticateKey(string secret, HttpContext context, AccessRule rule, Caller caller)
    {
        var bySecret = keyCache.FindBySecret(secret);
        var found = bySecret ?? (rule.Access.IsHot() ? keyCache.FindByPublishable(secret) : null);
        if (found is not { } key)
        {
            throw keyCache.FindByPublishable(secret) is null
                ? wrongKeys.Refuse(context.Connection.RemoteIpAddress)
                : ApiProblem.Forbidden(
                    "This is a publishable key: it may only check flags and send events. Use the secret key here."
                );
        }

        var boundTo = key.EnvironmentSeq is { } seq ? keyCache.FindEnvironment(seq) : null;
        // Known before it is refused: the audit log names whoever tried.
        caller.IsKey(key, isPublishable: bySecret is null, boundTo, boundTo);
        Require(key, rule.Access);
        var named = NamedEnvironment(context.Request.Headers);
        if (boundTo is not null && named is not null && named.Seq != boundTo.Seq)
            throw ApiProblem.Forbidden(
                $"This API key belongs to another environment than the one named in {EnvironmentHeader}."
            );
        usage.Used(key);
        caller.IsKey(key, isPublishable: bySecret is null, boundTo, boundTo ?? named);
    }

    private CachedEnvironment? NamedEnvironment(IHeaderDictionary headers)
    {
        var id = headers[EnvironmentHeader].ToString();
        if (id.Length == 0)
            return null;
        return keyCache.FindEnvironment(id)
            ?? throw ApiProblem.NotFound(
                $"There is no environment \"{ApiProblem.Shorten(id)}\" as named in {EnvironmentHeader}."
            );
    }

    private static void Require(CachedKey key, Access access)
    {
        switch (access)
        {
            case Access.Console:
                throw ApiProblem.Forbidden("Only the console may do this.");
            case Access.Read when !key.Has(ApiKeyScope.Read):
                throw ApiProblem.Forbidden("This API key lacks the scope \"read\". Use a key that has it.");
            case Access.Write or Access.Admin when key.Readonly:
                throw ApiProblem.Forbidden(
                    "This API key is read-only: it may read, not change anything. Use a key that may write."
                );
            case Access.Write when !key.Has(ApiKeyScope.Write):
                throw ApiProblem.Forbidden("This API key lacks the scope \"write\". Use a key that has it.");
            case Access.Admin when !key.Has(ApiKeyScope.Admin):
                throw ApiProblem.Forbidden("This API key lacks the scope \"admin\". Use a key that has it.");
            default:
                break;
        }
    }
}
