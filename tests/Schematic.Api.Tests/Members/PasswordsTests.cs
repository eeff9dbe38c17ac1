using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Schematic.Api.Http;
using Schematic.Api.Members;

namespace Schematic.Api.Tests.Members;

public sealed class PasswordsTests
{
    private const string Right = "correct horse battery staple";

    private static readonly PasswordHasher<MemberRow> Hasher = HasherOf(Passwords.Iterations);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hash_is_made_with_as_many_iterations_as_is_advised()
    {
        using var passwords = new Passwords(Hasher);

        var hash = await passwords.HashAsync(Right, Cancellation);

        Assert.InRange(Passwords.IterationsOf(hash), 210_000, int.MaxValue);
        // The format's number for HMAC-SHA512.
        Assert.Equal(2, Convert.FromBase64String(hash)[4]);
    }

    [Theory]
    [InlineData(Right, PasswordVerificationResult.SuccessRehashNeeded)]
    [InlineData("wrong", PasswordVerificationResult.Failed)]
    public async Task A_weaker_hash_is_still_understood(string password, PasswordVerificationResult expected)
    {
        using var passwords = new Passwords(Hasher);

        Assert.Equal(expected, await passwords.VerifyAsync(Member(iterations: 100_000), password, Cancellation));
    }

    [Fact]
    public async Task Nobody_takes_as_many_rounds_as_somebody_whatever_their_hash_was_made_with()
    {
        MemberRow?[] members = [null, Member(Passwords.Iterations), Member(iterations: 50_000)];

        foreach (var member in members)
        {
            // Rounds are counted, not timed: a clock would tell how busy the machine is as well.
            var counting = new RoundsCountingHasher();
            using var passwords = new Passwords(counting);

            Assert.Equal(PasswordVerificationResult.Failed, await passwords.VerifyAsync(member, "wrong", Cancellation));

            Assert.Equal(Passwords.Iterations, counting.Rounds);
        }
    }

    [Fact]
    public async Task Few_passwords_are_hashed_at_once_and_the_queue_is_short()
    {
        var counting = new CountingHasher();
        using var passwords = new Passwords(counting);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ =>
                    Task.Run(async () => await Record.ExceptionAsync(() => passwords.HashAsync(Right, Cancellation)))
                )
        );

        Assert.InRange(counting.MostAtOnce, 1, Math.Max(1, Environment.ProcessorCount / 2));
        var refused = answers.OfType<ApiException>().ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, static refusal => Assert.Equal((int)HttpStatusCode.ServiceUnavailable, refusal.Status));
        Assert.All(refused, static refusal => Assert.NotNull(refusal.RetryAfter));
    }

    private static PasswordHasher<MemberRow> HasherOf(int iterations) =>
        new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));

    private static MemberRow Member(int iterations) =>
        new()
        {
            Id = "acme_1",
            Email = "ada@example.com",
            Name = "ada",
            PasswordHash = HasherOf(iterations).HashPassword(null!, Right),
        };

    /// <summary>Really hashes, and adds up the rounds it took to compare.</summary>
    private sealed class RoundsCountingHasher : IPasswordHasher<MemberRow>
    {
        public int Rounds { get; private set; }

        public string HashPassword(MemberRow user, string password) => Hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(MemberRow user, string hash, string password)
        {
            Rounds += Passwords.IterationsOf(hash);
            return Hasher.VerifyHashedPassword(user, hash, password);
        }
    }

    private sealed class CountingHasher : IPasswordHasher<MemberRow>
    {
        private int _now;

        public int MostAtOnce { get; private set; }

        public string HashPassword(MemberRow user, string password)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            Thread.Sleep(5);
            Interlocked.Decrement(ref _now);
            return "";
        }

        public PasswordVerificationResult VerifyHashedPassword(MemberRow user, string hash, string password) =>
            PasswordVerificationResult.Failed;
    }
}
