using Microsoft.Extensions.Options;
using Schematic.Api.Authentication;
using Schematic.Api.Http;

namespace Schematic.Api.Sessions;

/// <summary>
/// Slows down whoever guesses a password: wrong tries are counted by address, and by email and address. Nothing counts
/// an email alone, so nobody can be locked out from elsewhere. A browser that has signed in as this member before has
/// an allowance of its own, for when the guesser shares the member's address.
/// </summary>
internal sealed class SignInThrottle(IOptions<RateLimitOptions> options, TimeProvider time)
{
    private readonly AttemptWindows _byAddress = new(options.Value.WrongSignInsPerMinute, time);
    private readonly AttemptWindows _byAccount = new(options.Value.WrongSignInsOfAccountPerMinute, time);

    /// <param name="address">Where the member's browser is.</param>
    /// <param name="knownBrowser">Mark of a browser that has signed in with this email; null for another.</param>
    /// <exception cref="ApiException">429: too many tries were wrong.</exception>
    public SignInTry Enter(string email, string? address, string? knownBrowser)
    {
        var network = ClientNetwork.Of(address);
        var account = knownBrowser is null ? $"{network} {email}" : $"browser {knownBrowser} {email}";
        if (knownBrowser is null && _byAddress.Enter(network) is { } wait)
            throw ApiProblem.TooManyRequests("Too many tries to sign in came from this address", wait);
        if (_byAccount.Enter(account) is { } later)
            throw ApiProblem.TooManyRequests("Too many tries to sign in with this email", later);
        return new SignInTry(() =>
        {
            if (knownBrowser is null)
                _byAddress.GiveBack(network);
            _byAccount.GiveBack(account);
        });
    }
}

/// <summary>One try, which counts only if it was wrong.</summary>
internal sealed class SignInTry(Action giveBack) : IDisposable
{
    public bool IsWrong { get; set; }

    public void Dispose()
    {
        if (!IsWrong)
            giveBack();
    }
}
