using System.Buffers;
using System.Globalization;

namespace Schematic.Api.Evaluation;

/// <summary>Sends verdicts in the envelope and form of their contract; tests hold the two forms equal.</summary>
internal sealed class CheckResult : IResult
{
    /// <summary>How old what a check went by may be, in seconds; only while the database cannot be reached.</summary>
    public const string AgeHeader = "X-Schematic-Data-Age";

    private readonly int _status;
    private readonly IReadOnlyList<SubjectVerdicts> _subjects;
    private readonly byte[] _begin;
    private readonly byte[] _open;
    private readonly byte[] _between;
    private readonly byte[] _end;

    private CheckResult(
        int status,
        IReadOnlyList<SubjectVerdicts> subjects,
        ReadOnlySpan<byte> begin,
        ReadOnlySpan<byte> open,
        ReadOnlySpan<byte> between,
        ReadOnlySpan<byte> end
    ) =>
        (_status, _subjects, _begin, _open, _between, _end) = (
            status,
            subjects,
            begin.ToArray(),
            open.ToArray(),
            between.ToArray(),
            end.ToArray()
        );

    /// <summary>As <see cref="Contracts.Flags.CheckFlagResponseData"/>.</summary>
    public static CheckResult One(TimeSpan? age, SubjectVerdicts verdict) =>
        new(StatusCodes.Status200OK, [verdict], """{"data":"""u8, default, default, ""","params":{}}"""u8)
        {
            Age = age,
        };

    /// <summary>As <see cref="Contracts.Flags.CheckFlagsResponseData"/>.</summary>
    public static CheckResult All(TimeSpan? age, SubjectVerdicts verdicts) =>
        new(
            StatusCodes.Status201Created,
            [verdicts],
            """{"data":{"""u8,
            "\"flags\":["u8,
            default,
            """]},"params":{}}"""u8
        )
        {
            Age = age,
        };

    /// <summary>As <see cref="Contracts.Flags.CheckFlagsBulkResponseData"/>.</summary>
    public static CheckResult Bulk(TimeSpan? age, IReadOnlyList<SubjectVerdicts> subjects) =>
        new(
            StatusCodes.Status201Created,
            subjects,
            """{"data":{"data":[{"""u8,
            "\"flags\":["u8,
            """]},{"""u8,
            """]}]},"params":{}}"""u8
        )
        {
            Age = age,
        };

    /// <summary>Null if nothing it went by is older than a second.</summary>
    private TimeSpan? Age { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _status;
        if (Age is { } age)
            response.Headers[AgeHeader] = age.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength =
            _begin.Length
            + _subjects.Sum(subject => (long)CreditsOf(subject).Length + _open.Length + subject.Length)
            + ((_subjects.Count - 1) * _between.Length)
            + _end.Length;
        // One by one: a hundred subjects of a thousand flags are never held in memory as text.
        for (var i = 0; i < _subjects.Count; i++)
            await WriteAsync(
                response.Body,
                i == 0 ? _begin : _between,
                _subjects[i],
                i == _subjects.Count - 1 ? _end : [],
                httpContext.RequestAborted
            );
    }

    // A check of one flag has no place for them.
    private byte[] CreditsOf(SubjectVerdicts subject) => _open.Length > 0 ? subject.Credits : [];

    private async ValueTask WriteAsync(
        Stream body,
        byte[] before,
        SubjectVerdicts subject,
        byte[] after,
        CancellationToken cancellationToken
    )
    {
        var credits = CreditsOf(subject);
        var length = before.Length + credits.Length + _open.Length + subject.Length + after.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var rest = VerdictText.Append(VerdictText.Append(buffer, before), credits);
            VerdictText.Append(subject.Write(VerdictText.Append(rest, _open)), after);
            await body.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
