using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Schematic.Api.Http;
using Schematic.Api.Persistence;

namespace Schematic.Api.Tests.Http;

public sealed class ErrorWriterTests
{
    public static TheoryData<int, Exception> Failures { get; } =
        new()
        {
            { 400, ApiProblem.BadRequest("It is wrong.") },
            { 409, ApiProblem.Conflict("It is taken.") },
            { 413, new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge) },
            { 409, new SqliteException("FOREIGN KEY constraint failed", 19, 787) },
            { 409, new InvalidOperationException("wrapped", new SqliteException("FOREIGN KEY", 19, 787)) },
            { 503, new NpgsqlException("broken", new IOException("connection reset")) },
            { 503, new InvalidOperationException("wrapped", new NpgsqlException("broken", new TimeoutException())) },
            { 503, new SqliteException("disk I/O error", 10) },
            { 503, new SqliteException("database or disk is full", 13) },
            { 504, new UnknownOutcomeException(new NpgsqlException("broken", new IOException("connection reset"))) },
            { 500, new SqliteException("UNIQUE constraint failed", 19) },
            { 500, new InvalidOperationException("a secret of the inside") },
            { 500, new OperationCanceledException() },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_becomes_one_sentence(int status, Exception failure)
    {
        var (answer, json) = await AnswerAsync(_ => throw failure);

        Assert.Equal(status, answer.StatusCode);
        AssertSentence(json.GetProperty("error").GetString()!);
        Assert.False(json.TryGetProperty("field", out _));
        // Who may try again is told when.
        Assert.Equal(status is 503 or 504 ? "1" : "", answer.Headers.RetryAfter.ToString());
    }

    [Fact]
    public async Task A_refusal_of_one_member_names_it()
    {
        var (_, json) = await AnswerAsync(static _ => throw ApiProblem.BadRequest("It is wrong.", "keys.domain"));

        Assert.Equal("keys.domain", json.GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_stale_write_is_answered_with_what_is_there()
    {
        var current = new WithETag<object>(new { id = "flag_1" }, "\"2-1\"");

        var (answer, json) = await AnswerAsync(_ => throw ApiProblem.Stale("It was changed.", current));

        Assert.Equal((412, "\"2-1\""), (answer.StatusCode, answer.Headers.ETag.ToString()));
        Assert.Equal("flag_1", json.GetProperty("data").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_status_without_a_body_is_given_one(int status)
    {
        var (_, json) = await AnswerAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        AssertSentence(json.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task A_caller_who_has_gone_is_sent_nothing()
    {
        var context = Context();
        context.RequestAborted = new CancellationToken(canceled: true);

        await Writer(static _ => throw new OperationCanceledException()).InvokeAsync(context);

        Assert.Equal((499, 0L), (context.Response.StatusCode, context.Response.Body.Length));
    }

    private static async Task<(HttpResponse Answer, JsonElement Json)> AnswerAsync(RequestDelegate next)
    {
        var context = Context();
        await Writer(next).InvokeAsync(context);
        context.Response.Body.Position = 0;
        using var reader = new StreamReader(context.Response.Body, leaveOpen: true);
        return (
            context.Response,
            JsonElement.Parse(await reader.ReadToEndAsync(TestContext.Current.CancellationToken))
        );
    }

    private static DefaultHttpContext Context() =>
        new()
        {
            RequestServices = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider(),
            Response = { Body = new MemoryStream() },
        };

    private static ErrorWriter Writer(RequestDelegate next) => new(next, NullLogger<ErrorWriter>.Instance);

    private static void AssertSentence(string text)
    {
        Assert.Matches(@"\A[A-Z].*\.\z", text);
        Assert.DoesNotContain("inside", text, StringComparison.Ordinal);
    }
}
