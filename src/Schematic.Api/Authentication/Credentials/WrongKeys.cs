using System.Net;
using Microsoft.Extensions.Options;
using Schematic.Api.Http;

namespace Schematic.Api.Authentication.Credentials;

/// <summary>
/// Counts API keys that are none by the address they come from. A good key from the same address works on: neighbours
/// behind one proxy cannot lock each other out.
/// </summary>
internal sealed class WrongKeys(IOptions<RateLimitOptions> options, TimeProvider time)
{
    private const string Invalid = "This API key is not valid. It may be mistyped or revoked.";

    private readonly AttemptWindows _windows = new(options.Value.WrongKeysPerMinute, time);

    /// <returns>What whoever sent a wrong key is answered.</returns>
    public ApiException Refuse(IPAddress? address, string sentence = Invalid) =>
        _windows.Enter(ClientNetwork.Of(address)) is { } wait
            ? ApiProblem.TooManyRequests("Too many wrong API keys came from this address", wait)
            : ApiProblem.Unauthorized(sentence);
}
