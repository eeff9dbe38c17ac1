using System.Text;
using Microsoft.AspNetCore.Http;
using Schematic.Api.Evaluation;
using Schematic.Contracts.Flags;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Evaluation;

public sealed class CheckResultTests
{
    private static readonly SubjectVerdicts Nothing = new(default(CheckSubject), []);

    [Fact]
    public async Task Without_flags_there_are_no_verdicts()
    {
        Assert.Equal("""{"data":{"flags":[]},"params":{}}""", await SendAsync(CheckResult.All(null, Nothing)));
        Assert.Equal(
            """{"data":{"data":[{"flags":[]},{"flags":[]}]},"params":{}}""",
            await SendAsync(CheckResult.Bulk(null, [Nothing, Nothing]))
        );
    }

    [Fact]
    public async Task The_length_is_said_before_the_text()
    {
        var verdict = SerializedVerdict.FromVerdict(
            new CheckFlagResponseData
            {
                Flag = "é",
                Reason = "Flag not found",
                Value = false,
            }
        );
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };

        await CheckResult
            .Bulk(null, [new SubjectVerdicts(default(CheckSubject), [verdict, verdict]), Nothing])
            .ExecuteAsync(http);

        Assert.Equal(http.Response.Body.Length, http.Response.ContentLength);
        Assert.Equal(StatusCodes.Status201Created, http.Response.StatusCode);
    }

    private static async Task<string> SendAsync(CheckResult result)
    {
        using var body = new MemoryStream();
        await result.ExecuteAsync(new DefaultHttpContext { Response = { Body = body } });
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
