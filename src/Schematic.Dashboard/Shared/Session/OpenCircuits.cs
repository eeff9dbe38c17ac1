using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>The pages that are open in browsers, counted by visitor, and how to end those of a session.</summary>
internal sealed class OpenCircuits(IOptions<NetworkOptions> options)
{
    // From any thread, so that whoever ends one waits for none.
    private readonly ConcurrentDictionary<OpenPage, byte> _pages = new();
    private readonly Lock _gate = new();

    public int Count => _pages.Count;

    /// <summary>SHA-256 of the tokens of all sessions with open pages.</summary>
    public IReadOnlyList<string> Sessions() =>
        [.. _pages.Keys.Select(static page => page.TokenHash).Distinct(StringComparer.Ordinal)];

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <returns>Null if the member, or the address, has as many pages open as may be.</returns>
    public IDisposable? TryOpen(SignedInMember member, string address, Action end)
    {
        var page = new OpenPage(member, address, end, this);
        lock (_gate)
        {
            var ofMember = _pages.Keys.Count(other => other.Member.Id == member.Id);
            var ofAddress = _pages.Keys.Count(other => other.Address == address);
            if (ofMember >= options.Value.CircuitsPerMember || ofAddress >= options.Value.CircuitsPerAddress)
                return null;
            _pages[page] = 0;
        }

        return page;
    }

    /// <summary>Ends the pages of a session: they lead to the sign-in page.</summary>
    /// <returns>The member who had them; null if there were none.</returns>
    public SignedInMember? End(string tokenHash)
    {
        SignedInMember? member = null;
        foreach (var page in _pages.Keys.Where(page => page.TokenHash == tokenHash))
        {
            member = page.Member;
            page.End();
        }

        return member;
    }

    private sealed class OpenPage(SignedInMember member, string address, Action end, OpenCircuits all) : IDisposable
    {
        public SignedInMember Member { get; } = member;

        public string Address { get; } = address;

        public string TokenHash { get; } = Hash(member.Token);

        public void End() => end();

        public void Dispose() => all._pages.TryRemove(this, out _);
    }
}
